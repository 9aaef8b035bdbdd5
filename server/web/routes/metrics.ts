import { type Request, Router } from 'express'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Desk } from '../../desk/desk.ts'
import { countFailed } from '../../desk/failed-hooks.ts'
import type { AgentServer, CustomerServer } from '../rooms.ts'

/**
 * GET /metrics for Prometheus: the process, how many pages are connected, and what waits to be taken in again. With METRICS_TOKEN set it wants that
 * token; without, it answers this machine only and nothing that came through a proxy.
 */
export function metricsRoutes(
  desk: Desk,
  customers: CustomerServer,
  agents: AgentServer,
  token: string | null,
): Router {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const connected = (name: string, help: string, count: () => number) =>
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(count())
      },
    })
  connected('hub_shopper_pages', 'Connected pages of shoppers', () => customers.engine.clientsCount)
  connected('hub_agent_pages', 'Connected pages of agents', () => agents.engine.clientsCount)

  new Gauge({
    name: 'hub_failed_hooks',
    help: 'Deliveries of providers that could not be taken in yet: a bug of ours',
    registers: [register],
    async collect() {
      this.set(await countFailed(desk))
    },
  })

  const router = Router()
  router.get('/metrics', (request, response, next) => {
    if (!mayRead(request, token)) return next()
    register.metrics().then((text) => response.type(register.contentType).send(text), next)
  })
  return router
}

function mayRead(request: Request, token: string | null): boolean {
  if (token !== null) return request.headers.authorization === `Bearer ${token}`
  const near = /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')
  return near && request.headers['x-forwarded-for'] === undefined
}
