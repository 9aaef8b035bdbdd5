import { expect, it } from 'vitest'
import { type InboxRoute, parseRoute, type Route, routeUrl, sections, viewRoute } from '../../server/inbox/route.ts'
import { id } from './rows.ts'

const read = (url: string) => {
  const { pathname, search } = new URL(url, 'https://desk.example')
  return parseRoute(pathname, search)
}

it('reads back every address it writes', () => {
  const inbox: InboxRoute = { ...viewRoute('all', id(7)), status: 'snoozed', unread: true, sort: 'oldest' }
  const routes: Route[] = [
    inbox,
    viewRoute('mine'),
    viewRoute('unassigned', id(1)),
    ...sections.map((section): Route => ({ page: 'settings', section })),
    { page: 'sign-in' },
    { page: 'join' },
  ]
  for (const route of routes) expect(read(routeUrl(route))).toEqual(route)
})

it('writes what is usual for a view nowhere', () => {
  expect(routeUrl(viewRoute('mine'))).toBe('/inbox/mine')
  expect(routeUrl({ ...viewRoute('mine'), status: 'any' })).toBe('/inbox/mine?status=any')
  expect(routeUrl(viewRoute('all', id(7)))).toBe(`/inbox/all/${id(7)}`)
})

it('makes the best of an address that makes no sense', () => {
  expect(read('/inbox')).toEqual(viewRoute('mine'))
  expect(read('/inbox/')).toEqual(viewRoute('mine'))
  expect(read('/inbox/everything/x?status=lost&sort=up')).toEqual(viewRoute('mine'))
  expect(read('/inbox/all/7')).toEqual(viewRoute('all'))
  expect(read('/inbox/settings/secrets')).toEqual({ page: 'settings', section: 'general' })
})
