import { SpanStatusCode, context, propagation, trace } from '@opentelemetry/api'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, tokenOf } from '../../support/api/world'
import { Orgs } from '@server/people/orgs/models/orgs'

/** What an operator with an OpenTelemetry SDK sees of requests. */
const exporter = new InMemorySpanExporter()
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const CALLER = `00-${TRACE}-00f067aa0ba902b7-01`

let server: TestServer

beforeAll(async () => {
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register()
  server = await startTestServer('traces')
  await buildWorld(server.db)
})
beforeEach(() => exporter.reset())
afterAll(async () => {
  await server.close()
  trace.disable()
  propagation.disable()
  context.disable()
})

const spans = () => exporter.getFinishedSpans()

test("a request is a span of its route within the caller's trace, with the request's number", async () => {
  const { headers } = await server.ask('GET', '/orgs/V1', { headers: { traceparent: CALLER } })
  const [span] = spans()
  expect([span!.name, span!.spanContext().traceId]).toEqual(['GET /api/v1/orgs/:code', TRACE])
  expect(span!.attributes).toEqual({
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'http.route': '/api/v1/orgs/:code',
    'mingbai.request_id': headers.get('x-request-id'),
  })
})

test('what was asked for, by whom and with what is not in it', async () => {
  const token = tokenOf(server, 'editor')
  await server.ask('GET', `/search?org=V1&q=${encodeURIComponent('张桂英')}`)
  await server.ask('GET', '/no-such-place/zhang-gui-ying')
  await server.ask('POST', '/notices', {
    token,
    key: 'key-of-a-trace',
    body: { orgCode: 'V1', name: '张桂英' },
  })
  expect(spans().map(({ name }) => name)).toEqual(['GET /api/v1/search', 'GET', 'POST /api/v1/notices'])
  const told = JSON.stringify(spans().map(({ name, attributes, events }) => ({ name, attributes, events })))
  for (const secret of ['张桂英', '%E5', 'V1', 'zhang-gui-ying', token, 'key-of-a-trace']) {
    expect(told).not.toContain(secret)
  }
})

test('the fault of a server is marked as one', async () => {
  jest.spyOn(server.db.of(Orgs), 'findById').mockImplementation(() => {
    throw new Error('broken')
  })
  const { status } = await server.ask('GET', '/orgs/V1')
  jest.restoreAllMocks()
  expect([status, spans()[0]!.status.code]).toEqual([500, SpanStatusCode.ERROR])
})
