import { openEmbedded } from '../../../server/store/embedded/open.ts'

// A desk of its own for embedded.test.ts: opens the folder it is given, says how that went in one line, and stays.
const dataDir = process.argv[2] ?? ''
try {
  const { config } = await openEmbedded({ dataDir, durable: false, log: () => undefined })
  console.log(JSON.stringify({ config }))
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.log(JSON.stringify({ problem: error instanceof Error ? error.message : String(error) }))
}
