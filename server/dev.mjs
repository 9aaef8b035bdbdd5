// npm run dev: builds anew on every change, restarts the product, and reloads the pages that show what has changed.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { prepare } from './start/prepare.mjs'

await prepare()
// Building makes this process one of production, which the product is not.
const env = { ...process.env }
const { createBuilder } = await import('vite')
const builder = await createBuilder({ build: { watch: {} }, plugins: [liveReload()] })

const building = new Set()
const broken = new Set()
let product
let isOver = false

// Ctrl-C reaches the product as well, and it takes its time to close; a plain kill reaches only us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))

for (const [name, environment] of Object.entries(builder.environments)) {
  building.add(name)
  const watcher = await builder.build(environment)
  watcher.on('event', (event) => {
    if (event.code === 'START') building.add(name)
    if (event.code === 'BUNDLE_START') broken.delete(name)
    if (event.code === 'ERROR') broken.add(name)
    if (event.code === 'END' || event.code === 'ERROR') building.delete(name)
    if (building.size === 0 && broken.size === 0) restart()
  })
}

function restart() {
  // npm start builds unless this file is newer than all sources.
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/.built', '')
  if (product) product.kill('SIGTERM')
  else start()
}

function start() {
  product = spawn(process.execPath, ['server/start.mjs'], { stdio: 'inherit', env })
  product.once('exit', (code) => {
    product = undefined
    if (isOver) process.exit()
    // What ended by itself has said why, and would end again: it waits for the next change.
    if (!code) start()
  })
}

function end(signal) {
  if (isOver) return
  isOver = true
  if (product) product.kill(signal)
  else process.exit()
}

/** Adds to each page's script a look, once a second, at whether it would be loaded differently now. */
function liveReload() {
  const look = (address, sameAs) => `;(() => {
    const address = ${address}
    let before
    setInterval(async () => {
      const text = await fetch(address, { cache: 'reload' }).then((answer) => (answer.ok ? answer.text() : ''), () => '')
      const now = ${sameAs}
      if (before && now && now !== before) location.reload()
      before = now || before
    }, 1000)
  })();\n`
  return {
    name: 'live-reload',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const { name } = this.environment
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry) continue
        if (name === 'client') chunk.code += look("'/inbox/'", "(text.match(/assets\\/[^\"]+/g) ?? []).join(' ')")
        if (name === 'widget') chunk.code += look('document.currentScript.src', 'text')
      }
    },
  }
}
