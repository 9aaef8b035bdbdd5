import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The program of a Chromium that is here: CHROMIUM from the environment, else where systems put it. */
export function findBrowser() {
  return [process.env.CHROMIUM, ...places].find((place) => place && existsSync(place))
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0
}

/** Installs Chromium where that needs no questions: as root, by apt-get. Its program, or undefined. */
export function installBrowser() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  console.log('No Chromium is here; installing it for the browser journeys …')
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium')
  if (!install()) {
    apt('update')
    install()
  }
  return findBrowser()
}

/** What to tell a person who has no browser. */
export function browserHint() {
  const command =
    process.platform === 'darwin'
      ? 'brew install --cask chromium'
      : 'sudo apt-get install -y --no-install-recommends chromium'
  return `The browser journeys need a Chromium, and none is here. This brings one:\n  ${command}\nOr name yours: CHROMIUM=/path/to/chrome npm test`
}
