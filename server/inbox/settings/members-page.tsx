import './members-page.css'
import { useEffect } from 'preact/hooks'
import { type Role, roles } from '../../protocol/role.ts'
import type { Team } from '../api.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Avatar } from '../parts/avatar.tsx'
import { DeleteButton } from '../parts/delete-button.tsx'
import { Loaded, useLoaded } from '../parts/loaded.tsx'
import { Block } from './form-parts.tsx'
import { Invite } from './invite.tsx'

type Member = Team['members'][number]

/** D-7: who is in the team, with which role; inviting and removing. */
export function MembersPage() {
  const words = useSettingsWords()
  const { desk } = useScreen()
  const { api } = usePage()
  const { members: said } = words
  const { found, load, does } = useLoaded(api.team)
  // Who joins, is renamed or removed meanwhile stands here at once; who merely comes and goes changes nothing.
  const known = desk.team.value.map(({ id, name }) => `${id} ${name}`).join()
  useEffect(() => void load(), [load, known])
  return (
    <main class="settings-main" id="settings" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="group" aria-label={words.settings.members}>
        <div class="sheet">
          <h1>{words.settings.members}</h1>
          <p class="text-2">{said.lead}</p>
          <Loaded found={found} failed={said.failed} again={() => void load()}>
            {(now) => (
              <>
                <Block title={said.team}>
                  <ul class="people">
                    {now.members.map((member) => (
                      <MemberLine
                        key={member.id}
                        member={member}
                        onlyOwner={
                          member.role === 'owner' && now.members.filter((m) => m.role === 'owner').length === 1
                        }
                        onRole={(role) =>
                          void does(api.changeMember(member.id, { role }), said.changed(member.name, words.role[role]))
                        }
                        onRemove={() =>
                          void does(api.changeMember(member.id, { removed: true }), said.removed(member.name))
                        }
                      />
                    ))}
                  </ul>
                </Block>
                <Invite onMade={() => void load()} />
                {now.invitations.length > 0 && (
                  <Invitations
                    invitations={now.invitations}
                    onWithdraw={(id) => void does(api.withdraw(id), said.withdrawn)}
                  />
                )}
              </>
            )}
          </Loaded>
        </div>
      </div>
    </main>
  )
}

type LineProps = { member: Member; onlyOwner: boolean; onRole: (role: Role) => void; onRemove: () => void }

function MemberLine({ member, onlyOwner, onRole, onRemove }: LineProps) {
  const words = useSettingsWords()
  const { desk } = useScreen()
  const { members: said } = words
  const me = desk.me.value
  // Owners are made and changed by owners alone; the server holds to it whatever the page offers.
  const mayChange = !onlyOwner && (member.role !== 'owner' || me.role === 'owner')
  const why = onlyOwner ? said.lastOwner : mayChange ? null : said.ownersOnly
  const whyStays = why ?? (member.id === me.id ? said.notYourself : null)
  return (
    <li>
      <Avatar id={member.id} name={member.name} />
      <div class="cut">
        <b class="cut">{member.name}</b>
        {member.id === me.id && <span class="chip">{said.you}</span>}
        <p class="text-3 small-text cut">{member.email}</p>
      </div>
      <select
        class="select"
        value={member.role}
        disabled={!mayChange}
        title={why ?? undefined}
        aria-label={said.roleOf(member.name)}
        onChange={(event) => {
          const role = roles.find((one) => one === event.currentTarget.value)
          // The list is loaded again either way: until then the field shows what holds.
          event.currentTarget.value = member.role
          if (role) onRole(role)
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role} disabled={role === 'owner' && me.role !== 'owner'}>
            {words.role[role]}
          </option>
        ))}
      </select>
      <DeleteButton
        label={said.removeName(member.name)}
        ask={said.removeTitle(member.name)}
        text={said.removeText}
        yes={said.remove}
        onYes={onRemove}
        {...(whyStays !== null && { hint: whyStays })}
        disabled={whyStays !== null}
      />
    </li>
  )
}

type InvitationsProps = { invitations: Team['invitations']; onWithdraw: (id: string) => void }

function Invitations({ invitations, onWithdraw }: InvitationsProps) {
  const words = useSettingsWords()
  const { moments } = usePage()
  const { members: said } = words
  return (
    <Block title={said.pending}>
      <ul class="people">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <Avatar id={invitation.id} name={invitation.email} />
            <div class="cut">
              <b class="cut">{invitation.email}</b>
              <p class="text-3 small-text cut">
                {words.role[invitation.role]}, {said.until(moments.value.full(invitation.expiresAt))}
              </p>
            </div>
            <button
              type="button"
              class="button line small"
              aria-label={said.withdrawFor(invitation.email)}
              onClick={() => onWithdraw(invitation.id)}
            >
              {said.withdraw}
            </button>
          </li>
        ))}
      </ul>
    </Block>
  )
}
