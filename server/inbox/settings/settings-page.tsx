import type { Section } from '../route.ts'

export function SettingsPage({ section }: { section: Section }) {
  return <main id="settings">{section}</main>
}
