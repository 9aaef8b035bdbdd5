import { expect, it } from 'vitest'
import { button, find, openReady, page, shows, text, useFreshPage } from './open-hub.ts'
import { eventually } from '../../eventually.ts'

useFreshPage()

const given = () => page.desk.asked.filter((line) => line.startsWith('satisfaction.give'))

it('D-10e asks in the ended chat, by faces with names, and once more if it was refused', async () => {
  page.desk.wantsToKnow()
  await openReady()
  page.desk.write({ text: 'It left today' })
  await shows('It left today')
  expect(text()).not.toContain('How was this chat?')
  page.desk.close()
  await shows('How was this chat?')
  const faces = [...page.shadow.querySelectorAll<HTMLInputElement>('[type=radio]')]
  expect(faces.map((face) => face.ariaLabel ?? face.getAttribute('aria-label'))).toEqual([
    'Very bad',
    'Bad',
    'Okay',
    'Good',
    'Very good',
  ])
  faces[3]?.click()
  await eventually(() => expect(button('Send rating')).toBeDefined())
  const field = find<HTMLTextAreaElement>('.rating textarea')
  if (field) field.value = 'Quick'
  field?.dispatchEvent(new Event('input', { bubbles: true }))
  page.desk.refuseOnce('satisfaction.give', 'unavailable', true)
  button('Send rating')?.click()
  await shows('Try again?')
  button('Send rating')?.click()
  await shows('Thank you')
  expect(given()).toHaveLength(2)
  expect(given()[1]).toContain('"score":4,"comment":"Quick"')

  button('Change rating')?.click()
  await eventually(() => expect(find<HTMLTextAreaElement>('.rating textarea')?.value).toBe('Quick'))
  const again = [...page.shadow.querySelectorAll<HTMLInputElement>('[type=radio]')]
  expect(again.map(({ checked }) => checked)).toEqual([false, false, false, true, false])
  again[1]?.click()
  button('Send rating')?.click()
  await shows('Thank you')
  expect(given()[2]).toContain('"score":2,"comment":"Quick"')
})

it('D-10a asks nothing where the desk does not want to know', async () => {
  await openReady()
  page.desk.write({ text: 'It left today' })
  await shows('It left today')
  page.desk.close()
  await eventually(() => expect(page.desk.asked.some((line) => line.startsWith('satisfaction.ask'))).toBe(true))
  await shows('Start a new chat')
  expect(text()).not.toContain('How was this chat?')
})
