import { afterEach, expect, it } from 'vitest'
import { usualChoice } from '../../server/inbox/list/list-choice.ts'
import { createRouter, type Router, viewRoute } from '../../server/inbox/route.ts'

let router: Router | undefined
afterEach(() => {
  router?.close()
  history.replaceState(null, '', '/')
})
function at(url: string): Router {
  history.replaceState(null, '', url)
  router = createRouter(window)
  return router
}
function click(href: string, more: MouseEventInit = {}) {
  const link = document.body.appendChild(document.createElement('a'))
  link.href = href
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...more })
  link.dispatchEvent(event)
  link.remove()
  return event.defaultPrevented
}

it('follows links of the page without a load, and leaves the others to the browser', () => {
  const page = at('/inbox/mine')
  expect(click('/inbox/all?read=unread')).toBe(true)
  expect(page.route.value).toEqual({ ...viewRoute('all'), choice: { ...usualChoice('all'), read: 'unread' } })
  expect(location.pathname).toBe('/inbox/all')
  for (const other of ['/api/me', 'https://shop.example/inbox/all', '/inbox/all#conversation'])
    expect(click(other)).toBe(false)
  expect(click('/inbox/mine', { ctrlKey: true })).toBe(false)
})

it('takes the token of a link out of the address once it was used', () => {
  const page = at('/inbox/join#secret')
  expect(page.route.value).toEqual({ page: 'join' })
  page.go(viewRoute('mine'), 'replace')
  expect(page.route.value).toEqual(viewRoute('mine'))
  expect(location.hash).toBe('')
})

it('changes its mind about the route even where the address is there already', () => {
  const page = at('/inbox/join')
  history.replaceState(null, '', '/inbox/mine')
  page.go(viewRoute('mine'), 'replace')
  expect(page.route.value).toEqual(viewRoute('mine'))
})
