import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { couponText, createCouponCodes, isCode } from '../../server/inbox/conversation/coupons.ts'
import { couponParts } from '../../widget/thread/coupon.ts'
import { fakeStorage } from './fake-link.ts'
import { hello, open } from './open-ticket.tsx'
import { id, jonas } from './rows.ts'

afterEach(cleanup)

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })

it('R-8a puts a code into the answer with its words, and offers it again the next time', async () => {
  await open()
  fireEvent.input(field(), { target: { value: 'Sorry!' } })
  fireEvent.click(screen.getByRole('button', { name: 'Coupon' }))
  const dialog = await screen.findByRole('dialog', { name: 'Coupon' })
  const code = within(dialog).getByRole('textbox', { name: 'Code' })
  fireEvent.input(code, { target: { value: 'no code' } })
  fireEvent.keyDown(code, { key: 'Enter' })
  await within(dialog).findByText(/A code has 3 to 40/)
  fireEvent.input(code, { target: { value: 'SPRING10' } })
  fireEvent.input(within(dialog).getByRole('textbox', { name: /Words before/ }), { target: { value: 'For you:' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Insert' }))
  await waitFor(() => expect(field().value).toBe('Sorry! For you: 🎟️ SPRING10'))
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Coupon' }))
  fireEvent.click(await screen.findByRole('button', { name: 'SPRING10' }))
  await waitFor(() => expect(field().value).toBe('Sorry! For you: 🎟️ SPRING10 🎟️ SPRING10'))
})

it('R-8a shows the team what the customer was given', async () => {
  const answer = { ...hello, n: 2, id: id(902), from: 'agent' as const, by: jonas.id, name: jonas.name }
  const { container } = await open({}, [hello, { ...answer, text: 'For you: 🎟️ SPRING10' }])
  expect(container.querySelector('.bubble .coupon')?.textContent).toBe('SPRING10')
})

it('R-8a is text on every channel, and costs an SMS no room', () => {
  expect(couponText('SPRING10', ' For you: ', 'web_chat')).toBe('For you: 🎟️ SPRING10')
  expect(couponText('SPRING10', '', 'sms')).toBe('SPRING10')
  expect(couponParts('Two: 🎟️ A-1_b, 🎟 CDE.')).toEqual(['Two: ', 'A-1_b', ', ', 'CDE', '.'])
  expect(['SPRING10', 'a-b_c', 'AB', 'with space', 'x'.repeat(41), '10%'].map(isCode)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

it('keeps the last codes only, each once', () => {
  const codes = createCouponCodes(fakeStorage())
  for (const code of ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'TWO']) codes.use(code)
  expect(codes.lately()).toEqual(['TWO', 'SEVEN', 'SIX', 'FIVE', 'FOUR', 'THREE'])
})
