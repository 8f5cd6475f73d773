/** What a broken server or a broken line answers to everything; `null`: nothing comes back at all. */
export type Broken = { status: number; body: string; type: string } | null

const JSON_TYPE = 'application/json; charset=utf-8'
const errorBody = (code: string) =>
  JSON.stringify({ error: { code, message: '服务器现在忙，请稍后再试。', details: [], requestId: 'r-1' } })

/** Ways in which a server fails. */
export const SERVER_FAULTS: Readonly<Record<string, Broken>> = {
  '500': { status: 500, body: errorBody('internal'), type: JSON_TYPE },
  '503 of a proxy': { status: 503, body: '<html><h1>503 Service Unavailable</h1></html>', type: 'text/html' },
  'garbage with 200': { status: 200, body: '\u0000<<<{"items":', type: JSON_TYPE },
  'another shape with 200': { status: 200, body: '{"unexpected":[1,2,3]}', type: JSON_TYPE },
  nothing: null,
}
