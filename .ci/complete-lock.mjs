// Completes package-lock.json with the platform packages that the registry in use does not carry.
//
// npm writes only those optional platform packages into the lock file that it could find. Made against a mirror
// that lacks some, the lock file makes `npm ci` fail everywhere ("Missing: … from lock file"). An entry with name,
// version and platform is enough for npm: it fetches the package where the platform asks for it.
//
//   node .ci/complete-lock.mjs           adds what is missing (package.json runs it after each install that changes something)
//   node .ci/complete-lock.mjs --check   changes nothing, names what is missing, exit 1 if anything is
import { readFileSync, writeFileSync } from 'node:fs'

const lockFile = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(lockFile, 'utf8'))

/** True when npm would find `name` from the folder `from`: in its own node_modules or in one further up. */
function isLocked(from, name) {
  const folders = from.split('/node_modules/').map((_, depth, all) => all.slice(0, depth + 1).join('/node_modules/'))
  return ['', ...folders].some((folder) => lock.packages[`${folder && `${folder}/`}node_modules/${name}`])
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/** The platform that a package's name tells, as the lock file writes it. */
function platform(name) {
  const words = name.split('/').pop().split('-')
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  if (!os || !cpu) return undefined
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu')) && 'glibc'
  return { cpu: [cpu], os: [os], ...(os === 'linux' && libc ? { libc: [libc] } : {}) }
}

const missing = []
for (const [from, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isLocked(from, name)) missing.push({ from, name, version, dev: entry.dev === true })
  }
}

if (process.argv.includes('--check')) {
  for (const { name, version } of missing) console.log(`missing in package-lock.json: ${name}@${version}`)
  process.exit(missing.length > 0 ? 1 : 0)
}

for (const { from, name, version, dev } of missing) {
  const where = platform(name)
  if (!where || !/^\d+\.\d+\.\d+/.test(version)) {
    console.error(`cannot complete package-lock.json: ${name}@${version} names no platform or no exact version`)
    process.exitCode = 1
    continue
  }
  lock.packages[`node_modules/${name}`] = { version, ...where, ...(dev ? { dev: true } : {}), optional: true }
  console.log(`added to package-lock.json: ${name}@${version} (wanted by ${from.split('node_modules/').pop()})`)
}
if (missing.length > 0) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = Object.fromEntries(sorted)
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`)
}
