import './conversation-pane.css'
import './entries.css'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Empty, useLate } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Composer } from './composer.tsx'
import type { Conversation } from './conversation.ts'
import { Head } from './head.tsx'
import { ThreadView } from './thread-view.tsx'
import { SpamBanner } from '../working/spam-banner.tsx'

/** The middle of the screen: one ticket, or why there is none. */
export function ConversationPane() {
  const words = useWords()
  const { desk } = useScreen()
  const conversation = desk.conversation.value
  return (
    <section class="conversation" id="conversation" tabIndex={-1} aria-label={words.thread.label}>
      {conversation ? (
        <Open key={conversation.ticket} conversation={conversation} />
      ) : (
        <Empty icon="chat" title={words.thread.none} text={words.thread.noneText} />
      )}
    </section>
  )
}

function Open({ conversation }: { conversation: Conversation }) {
  const words = useWords()
  const page = usePage()
  const row = conversation.row.value
  const problem = conversation.thread.problem.value
  const late = useLate(row === null && problem === null)
  if (row)
    return (
      <>
        <Head row={row} />
        <SpamBanner row={row} conversation={conversation} />
        <ThreadView conversation={conversation} row={row} />
        <Composer conversation={conversation} row={row} />
      </>
    )
  const route = page.router.route.value
  const back = () => route.page === 'inbox' && page.router.go({ ...route, ticket: null })
  const backBar = (
    <header class="bar only-narrow">
      <button type="button" class="button icon-only" aria-label={words.head.backToList} onClick={back}>
        <Icon name="back" flip />
      </button>
    </header>
  )
  if (problem === 'not_found' || problem === 'bad_request')
    return (
      <>
        {backBar}
        <Empty icon="search" title={words.thread.missing} text={words.thread.missingText} />
      </>
    )
  if (problem)
    return (
      <>
        {backBar}
        <Empty icon="warning" tone="danger" title={words.thread.failed} text={words.refused[problem]}>
          <button type="button" class="button line" onClick={() => void conversation.thread.resume()}>
            <Icon name="retry" small />
            {words.tryAgain}
          </button>
        </Empty>
      </>
    )
  return (
    <div class="thread-bones" aria-busy="true">
      {late &&
        [38, 62, 46].map((width, i) => (
          <span key={width} class={`bone bubble-bone${i === 1 ? ' ours' : ''}`} style={{ width: `${width}%` }} />
        ))}
    </div>
  )
}
