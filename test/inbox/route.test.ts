import { expect, it } from 'vitest'
import { usualChoice } from '../../server/inbox/list/list-choice.ts'
import type { ListChoice } from '../../server/protocol/list-filter.ts'
import {
  type InboxRoute,
  parseRoute,
  type Route,
  routeUrl,
  savedRoute,
  sections,
  viewRoute,
} from '../../server/inbox/route.ts'
import { id } from './rows.ts'

const read = (url: string) => {
  const { pathname, search } = new URL(url, 'https://desk.example')
  return parseRoute(pathname, search)
}

it('S-6 reads back every address it writes, filters and all', () => {
  const choice: ListChoice = { ...usualChoice('all'), status: 'snoozed', read: 'unread', sort: 'oldest' }
  const inbox: InboxRoute = { ...viewRoute('all', id(7)), choice }
  const everything: ListChoice = {
    status: 'open',
    read: 'read',
    channels: ['email', 'sms'],
    assignee: { kind: 'member', id: id(3) },
    tags: [id(4), id(5)],
    priority: 'high',
    campaign: { kind: 'flow', name: 'Welcome, & = ? / ü' },
    sort: 'waiting',
    grouped: true,
  }
  const routes: Route[] = [
    inbox,
    { ...viewRoute('mine'), choice: everything },
    { ...viewRoute('spam'), choice: { ...everything, assignee: { kind: 'team', id: id(6) }, sort: 'priority' } },
    { ...viewRoute('all'), choice: { ...everything, assignee: { kind: 'nobody' } } },
    savedRoute(id(8), id(7)),
    { ...savedRoute(id(8)), choice: usualChoice('all') },
    { ...savedRoute(id(8), id(7)), choice: everything },
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
  expect(routeUrl({ ...viewRoute('mine'), choice: { ...usualChoice('mine'), status: 'any' } })).toBe(
    '/inbox/mine?status=any',
  )
  expect(routeUrl(viewRoute('all', id(7)))).toBe(`/inbox/all/${id(7)}`)
})

it('makes the best of an address that makes no sense', () => {
  expect(read('/inbox')).toEqual(viewRoute('mine'))
  expect(read('/inbox/')).toEqual(viewRoute('mine'))
  expect(read('/inbox/everything/x?status=lost&sort=up&channel=x,,y&who=me2&tag=1,2&flow=&group=tag')).toEqual(
    viewRoute('mine'),
  )
  expect(read('/inbox/all/7')).toEqual(viewRoute('all'))
  expect(read('/inbox/settings/secrets')).toEqual({ page: 'settings', section: 'general' })
})
