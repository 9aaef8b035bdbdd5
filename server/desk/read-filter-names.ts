import type { FilterNames } from '../protocol/list-filter.ts'
import { formerMembers, namedCampaigns, namedTags, namedTeams } from '../store/filter-names.ts'
import type { Desk } from './desk.ts'

/** S-6: what a list can be filtered by, under the names people know. */
export async function readFilterNames(desk: Desk): Promise<FilterNames> {
  const [tags, teams, former, campaigns] = await Promise.all([
    namedTags(desk.db),
    namedTeams(desk.db),
    formerMembers(desk.db),
    namedCampaigns(desk.db),
  ])
  return { tags, teams, former, campaigns }
}
