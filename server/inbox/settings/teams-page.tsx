import './members-page.css'
import './teams-page.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TeamsAndTags } from '../api.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Avatar } from '../parts/avatar.tsx'
import { DeleteButton } from '../parts/delete-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { type Does, Loaded, useLoaded } from '../parts/loaded.tsx'
import { Picker } from '../parts/picker.tsx'
import { Block } from './form-parts.tsx'
import { NameLine, NewName } from './name-line.tsx'

/** D-4, D-5, D-7: the teams with who is in them, and the tags. Managers and up keep them. */
export function TeamsPage() {
  const { teamsPage: said } = useSettingsWords()
  const { desk } = useScreen()
  const { api } = usePage()
  const { found, load, does } = useLoaded(api.teamsAndTags)
  // Somebody else may keep them, too.
  const [tagsNow, teamsNow] = [desk.filing.tags.value, desk.filing.teams.value]
  useEffect(() => void load(), [load, tagsNow, teamsNow])
  return (
    <main class="settings-main" id="settings" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="group" aria-label={said.title}>
        <div class="sheet">
          <h1>{said.title}</h1>
          <p class="text-2">{said.lead}</p>
          <Loaded found={found} failed={said.failed} again={() => void load()}>
            {(now) => (
              <>
                <Teams teams={now.teams} does={does} />
                <Tags tags={now.tags} does={does} />
              </>
            )}
          </Loaded>
        </div>
      </div>
    </main>
  )
}

function Teams({ teams, does }: { teams: TeamsAndTags['teams']; does: Does }) {
  const { teamsPage: said } = useSettingsWords()
  const { api } = usePage()
  return (
    <Block title={said.teams}>
      {teams.length === 0 && <p class="text-3">{said.noTeams}</p>}
      <ul class="people named">
        {teams.map((team) => (
          <TeamLine key={team.id} team={team} does={does} />
        ))}
      </ul>
      <NewName
        label={said.teamName}
        button={said.create}
        onName={(name) => does(api.newTeam(name), said.created(name))}
      />
    </Block>
  )
}

function TeamLine({ team, does }: { team: TeamsAndTags['teams'][number]; does: Does }) {
  const { teamsPage: said } = useSettingsWords()
  const { api } = usePage()
  const { desk } = useScreen()
  const everybody = desk.team.value
  /** Who is to be in it, while the desk has not said so yet: the next tick goes on from there. */
  const ticked = useSignal<string[] | null>(null)
  const members = ticked.value ?? team.members
  const inside = everybody.filter(({ id }) => members.includes(id))
  const toggle = async (id: string) => {
    const now = ticked.peek() ?? team.members
    const wanted = now.includes(id) ? now.filter((one) => one !== id) : [...now, id]
    ticked.value = wanted
    await does(api.changeTeam(team.id, { members: wanted }), said.changed(team.name))
    if (ticked.peek() === wanted) ticked.value = null
  }
  return (
    <li>
      <Icon name="team" />
      <NameLine
        name={team.name}
        about={inside.length === 0 ? said.nobody : inside.map(({ name }) => name).join(', ')}
        onName={(name) => void does(api.changeTeam(team.id, { name }), said.renamed(name))}
      />
      <Picker
        kind="button line small"
        label={said.membersOf(team.name)}
        button={
          <>
            {said.members(inside.length)}
            <Icon name="down" small />
          </>
        }
        several
        groups={[
          {
            choices: everybody.map(({ id, name }) => ({
              key: id,
              label: name,
              icon: <Avatar id={id} name={name} size="s" />,
              chosen: members.includes(id),
            })),
          },
        ]}
        onPick={(id) => void toggle(id)}
      />
      <DeleteButton
        label={said.deleteTeam(team.name)}
        text={said.deleteTeamText}
        yes={said.delete}
        onYes={() => void does(api.deleteTeam(team.id), said.deleted(team.name))}
      />
    </li>
  )
}

function Tags({ tags, does }: { tags: TeamsAndTags['tags']; does: Does }) {
  const { teamsPage: said } = useSettingsWords()
  return (
    <Block title={said.tags}>
      {tags.length === 0 && <p class="text-3">{said.noTags}</p>}
      <ul class="people named">
        {tags.map((tag) => (
          <TagLine key={tag.id} tag={tag} does={does} />
        ))}
      </ul>
    </Block>
  )
}

function TagLine({ tag, does }: { tag: TeamsAndTags['tags'][number]; does: Does }) {
  const { teamsPage: said } = useSettingsWords()
  const { api } = usePage()
  return (
    <li>
      <Icon name="tag" />
      <NameLine
        name={tag.name}
        about={said.onTickets(tag.tickets)}
        onName={(name) => void does(api.renameTag(tag.id, name), said.renamed(name))}
      />
      <DeleteButton
        label={said.deleteTag(tag.name)}
        text={said.deleteTagText(tag.tickets)}
        yes={said.delete}
        onYes={() => void does(api.deleteTag(tag.id), said.deleted(tag.name))}
      />
    </li>
  )
}
