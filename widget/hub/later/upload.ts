import type { ErrorCode, Refused } from '../../../server/protocol/errors.ts'
import { plainName } from './file-name.ts'
import { forgetFiles, keptFiles } from './kept-files.ts'

export { forgetFiles }

export type Uploaded = { ok: true; ticket: string; hold: string; n: number; at: number }

type Parts = {
  /** Where the desk is; ends with a slash. */
  base: string
  token: string
  id: string
  text: string
  /** How much of it has left, 0 to 1. */
  progress: (part: number) => void
}

const refused = (code: ErrorCode, retry = false): Refused => ({ ok: false, code, retry })

/**
 * W-13: one try to send a message with its files. The desk knows the message by its id: a try that was taken and not
 * answered gets the same answer again. Files that are gone from this browser are `not_found`.
 */
export async function upload({ base, token, id, text, progress }: Parts): Promise<Uploaded | Refused> {
  const files = await keptFiles(id)
  if (!files) return refused('not_found')
  const form = new FormData()
  form.set('id', id)
  form.set('text', text)
  for (const file of files) form.append('file', file, plainName(file.name))
  const answer = await post(new URL('api/hub/messages', base), token, form, progress)
  if (answer.ok) await forgetFiles(id)
  return answer
}

/** By XMLHttpRequest, since fetch does not tell how far an upload is. */
function post(url: URL, token: string, form: FormData, progress: Parts['progress']): Promise<Uploaded | Refused> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total)
    request.onloadend = () => resolve(answerIn(request.responseText, request.status))
    request.open('POST', url)
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.send(form)
  })
}

/** A proxy on the way that will not take it however often it is sent: too large (413), or nothing it lets in. */
const isFinal = (status: number) => status >= 400 && status < 500 && ![404, 408, 425, 429].includes(status)

/** No answer, or none of ours (a proxy's page): mostly the same call may succeed later. */
function answerIn(said: string, status: number): Uploaded | Refused {
  try {
    const answer: unknown = JSON.parse(said)
    if (isAnswer(answer)) return answer
  } catch {
    // Falls through.
  }
  return isFinal(status) ? refused('bad_request') : refused('unavailable', true)
}

function isAnswer(answer: unknown): answer is Uploaded | Refused {
  return answer instanceof Object && 'ok' in answer && (answer.ok ? 'ticket' in answer : 'code' in answer)
}
