import { createServer } from 'node:http'
import { followParent } from '../../server/parent.ts'

// Stands in for the desk, the store and the sandbox in start.test.ts: says by HTTP what it was told, and stops as it was told to.
const isStore = process.env['PORT'] === process.env['STORE_PORT']
const order = process.env[isStore ? 'TEST_STORE' : 'TEST_DESK']
followParent(() => process.exit(0))
if (order === 'fail') {
  console.log(JSON.stringify({ level: 60, msg: 'the cellar is flooded' }))
  process.exit(3)
}
process.on('SIGTERM', () => {
  console.log('stopped when asked')
  process.exit(0)
})
const names =
  'HOST PORT DATA_DIR DEMO PUBLIC_URL STORE_URL DESK_URL SHOP_ID SHOP_SECRET APP_SECRET SANDBOX_URL SANDBOX_SECRET API_TOKEN ' +
  'TWILIO_API_URL META_GRAPH_URL SMTP_RELAY_URL SMTP_PORT SANDBOX_SMTP_PORT'
const told = Object.fromEntries(names.split(' ').map((name) => [name, process.env[name]]))
createServer((request, response) => {
  if (request.url === '/end') process.exit(4)
  response.end(JSON.stringify({ pid: process.pid, told }))
}).listen(Number(process.env['PORT']), process.env['HOST'])
