import { z } from 'zod'
import { fromAgent, toAgent } from '../protocol/agent-events.ts'
import { fromCustomer, toCustomer } from '../protocol/customer-events.ts'
import { errorCodes } from '../protocol/errors.ts'
import { type HttpRoute, httpApi } from '../protocol/http-api.ts'
import type { EventTable } from '../protocol/typed-events.ts'
import { protocolVersion } from '../protocol/version.ts'

const schema = (type: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return rest
}

const json = (content: object) => ({ 'application/json': { schema: content } })

const refusal = {
  type: 'object',
  properties: { ok: { const: false }, code: { enum: errorCodes }, retry: { type: 'boolean' } },
  required: ['ok', 'code', 'retry'],
}

const security: Record<HttpRoute['who'], object[]> = {
  anybody: [],
  shopper: [{ shopToken: [] }],
  member: [{ session: [] }],
  manager: [{ session: [] }],
  admin: [{ session: [] }],
  system: [{ apiToken: [] }],
}

/** The HTTP API as an OpenAPI 3.1 document, made from the very schemas that check it. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [key, route] of Object.entries<HttpRoute>(httpApi)) {
    const [method = '', path = ''] = key.split(' ')
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1])
    const place = path.replaceAll(/:(\w+)/g, '{$1}')
    paths[place] = {
      ...paths[place],
      [method.toLowerCase()]: {
        summary: route.about,
        security: security[route.who],
        parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        ...(route.body && { requestBody: { required: true, content: json(schema(route.body, 'input')) } }),
        responses: {
          200: {
            description: 'Done',
            content: route.file
              ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
              : json({ allOf: [{ properties: { ok: { const: true } } }, schema(route.answer, 'output')] }),
          },
          default: { description: 'Refused', content: json(refusal) },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Customer Hub', version: String(protocolVersion), description: writes },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'hub', description: 'With https: __Host-hub.' },
        apiToken: { type: 'http', scheme: 'bearer', description: 'API_TOKEN of the configuration.' },
        shopToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
    paths,
  }
}

const writes = 'Writes take JSON only, and want the header X-Hub: 1 and the Origin of the desk itself.'

/** The socket events of both doors, each with what it asks and answers, as JSON Schema. */
export function eventDocument(): object {
  const up = (table: EventTable) =>
    Object.fromEntries(
      Object.entries(table).map(([name, { ask, answer }]) => [
        name,
        { ask: schema(ask, 'input'), ...(answer && { answer: schema(answer, 'output') }) },
      ]),
    )
  const down = (table: Record<string, z.ZodType>) =>
    Object.fromEntries(Object.entries(table).map(([name, type]) => [name, schema(type, 'output')]))
  return {
    version: protocolVersion,
    about:
      'An acknowledged event is answered { ok: true, … } or { ok: false, code, retry }. Times are epoch milliseconds.',
    refusal,
    doors: {
      '/socket/customer': {
        handshake: { v: protocolVersion, token: 'JWT of the shop' },
        asks: up(fromCustomer),
        tells: down(toCustomer),
      },
      '/socket/agent': { handshake: { v: protocolVersion }, asks: up(fromAgent), tells: down(toAgent) },
    },
  }
}
