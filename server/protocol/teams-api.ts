import { z } from 'zod'
import { named } from './ticket.ts'
import { tagName, team, teamName } from './working.ts'

const members = z.array(z.uuid().toLowerCase()).max(500)

/** Bodies and answers of the page that keeps teams and tags. */
export const newTeam = z.object({ name: teamName, members })
export const changedTeam = z.object({ name: teamName.optional(), members: members.optional() })
export const changedTag = z.object({ name: tagName })

/** `tickets`: on how many the tag is. */
export const teamsAndTags = z.object({
  teams: z.array(team),
  tags: z.array(named.extend({ tickets: z.int() })),
})

const nothing = z.object({})

export const teamsApi = {
  'GET /api/teams': { about: 'All teams and tags.', who: 'manager', answer: teamsAndTags },
  'POST /api/teams': { about: 'Makes a team.', who: 'manager', body: newTeam, answer: z.object({ id: z.uuid() }) },
  'PATCH /api/teams/:id': {
    about: 'Renames a team, or says who is in it.',
    who: 'manager',
    body: changedTeam,
    answer: nothing,
  },
  'DELETE /api/teams/:id': { about: 'Forgets a team; its tickets stay.', who: 'manager', answer: nothing },
  'PATCH /api/tags/:id': { about: 'Renames a tag.', who: 'manager', body: changedTag, answer: nothing },
  'DELETE /api/tags/:id': { about: 'Takes a tag off every ticket.', who: 'manager', answer: nothing },
} as const
