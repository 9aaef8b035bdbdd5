import './settings-page.css'
import { useEffect, useMemo } from 'preact/hooks'
import { useScreen } from '../desk-screen.ts'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Empty, useLate } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { lazy } from '../parts/lazy.tsx'
import { isRemote, type Section } from '../route.ts'
import { GeneralForm } from './general-form.tsx'
import { MembersPage } from './members-page.tsx'
import { PreferencesPage } from './preferences-page.tsx'
import { Preview } from './preview.tsx'
import { SaveBar } from './save-bar.tsx'
import { createSettingsDraft } from './settings-draft.ts'
import { SettingsNav } from './settings-nav.tsx'
import { createSettingsPreview } from './settings-preview.ts'
import { TeamsPage } from './teams-page.tsx'
import { WebChatForm } from './web-chat-form.tsx'
import { WhatIfPage } from './what-if-page.tsx'
import { maySee } from './who-may.ts'

const ArticlesPage = lazy(async () => (await import('./articles/articles-page.tsx')).ArticlesPage)
const NotificationsForm = lazy(async () => (await import('./notifications-form.tsx')).NotificationsForm, 'part')
const TextsForm = lazy(async () => (await import('./texts-form.tsx')).TextsForm, 'part')
const MacrosPage = lazy(async () => (await import('../macros/macros-page.tsx')).MacrosPage)
const RoutingPage = lazy(async () => (await import('../routing/routing-page.tsx')).RoutingPage)
const InstallPage = lazy(async () => (await import('../install/install-page.tsx')).InstallPage)
const ChannelPage = lazy(async () => (await import('./channels/channel-page.tsx')).ChannelPage)

/** D-11: General, a tab per channel, members, for owner and admin only (D-7); and for everybody what is their own. */
export function SettingsPage({ section }: { section: Section }) {
  const words = useSettingsWords()
  const { desk } = useScreen()
  const { settings } = words
  if (!maySee(desk.me.value.role, section))
    return (
      <main class="settings-none" id="settings" tabIndex={-1}>
        <Empty
          icon="lock"
          title={settings.notAllowed}
          text={section === 'teams' || section === 'assignment' ? words.teamsPage.notAllowed : settings.notAllowedText}
        />
      </main>
    )
  return (
    <div class="settings-page" data-preview={(!bare(section) && !alone(section)) || undefined}>
      <SettingsNav section={section} />
      {section === 'me' ? (
        <PreferencesPage />
      ) : section === 'macros' ? (
        <MacrosPage />
      ) : section === 'articles' ? (
        <ArticlesPage />
      ) : section === 'members' ? (
        <MembersPage />
      ) : section === 'teams' ? (
        <TeamsPage />
      ) : section === 'assignment' ? (
        <RoutingPage />
      ) : section === 'what-if' ? (
        <WhatIfPage />
      ) : section === 'install' ? (
        <InstallPage />
      ) : (
        <SettingsForms section={section} />
      )}
    </div>
  )
}

const bareSections = ['me', 'macros', 'members', 'teams', 'assignment', 'what-if', 'install', 'articles'] as const
type Bare = (typeof bareSections)[number]

/** Sections that are no form of the settings, and have no preview beside them. */
function bare(section: Section): section is Bare {
  return bareSections.some((one) => one === section)
}

/** Forms of the settings without a preview. */
const alone = (section: Section) => section === 'texts' || section === 'notifications'

function SettingsForms({ section }: { section: Exclude<Section, Bare> }) {
  const words = useSettingsWords()
  const { api, storage } = usePage()
  const { desk } = useScreen()
  const form = useMemo(() => createSettingsDraft(api, storage), [api, storage])
  const preview = useMemo(() => createSettingsPreview(api), [api])
  useEffect(() => preview.close, [preview])
  const version = desk.settingsVersion.value
  const online = desk.link.state.value === 'online'
  useEffect(() => {
    void form.load()
  }, [form, version, online])
  const state = form.state.value
  const late = useLate(state === 'loading')
  const draft = form.draft.value
  const { settings } = words

  if (isRemote(section) && draft) return <ChannelPage channel={section} form={form} draft={draft} preview={preview} />
  return (
    <>
      <main class="settings-main" id="settings" tabIndex={-1} aria-busy={state === 'loading'}>
        {typeof state === 'object' ? (
          <Empty icon="warning" tone="danger" title={settings.failed} text={words.refused[state.failed]}>
            <button type="button" class="button line" onClick={() => void form.load()}>
              <Icon name="retry" small />
              {words.tryAgain}
            </button>
          </Empty>
        ) : draft ? (
          <>
            <div class="scroll" tabIndex={0} role="group" aria-label={settings.form}>
              <div class="sheet">
                {section === 'general' ? (
                  <GeneralForm form={form} draft={draft} preview={preview} />
                ) : section === 'notifications' ? (
                  <NotificationsForm form={form} draft={draft} />
                ) : section === 'texts' ? (
                  <TextsForm form={form} draft={draft} />
                ) : (
                  <WebChatForm form={form} draft={draft} preview={preview} />
                )}
              </div>
            </div>
            <SaveBar form={form} draft={draft} preview={preview} />
          </>
        ) : (
          late && <p class="sheet text-3">{words.loading} …</p>
        )}
      </main>
      {draft && !isRemote(section) && !alone(section) && <Preview draft={draft} preview={preview} />}
    </>
  )
}
