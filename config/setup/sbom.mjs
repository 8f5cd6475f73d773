/**
 * `npm run sbom`: the packages of the server alone as a software bill of materials 软件物料清单 (CycloneDX), from the lock file;
 * no network is needed. Written to dist/sbom.cdx.json, or to the file that is named.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot, isMain, main, run, say, SetupFault, WINDOWS } from './lib.mjs'

const DEFAULT_FILE = inRoot('dist', 'sbom.cdx.json')
const FORMAT = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application']
/** Without `--omit dev`, by which npm 11 also leaves out what the product and a tool both need; the server has no such packages. */
const SERVER = ['--package-lock-only', '--workspace', 'server']

/** npm takes the repository for the whole, after the folder that it is called in; the list is of the server. */
function ofServer({ metadata, components, dependencies, ...bill }) {
  const { name, version } = JSON.parse(readFileSync(inRoot('server', 'package.json'), 'utf8'))
  const own = `${name}@${version}`
  const component = { ...components.find(one => one['bom-ref'] === own), type: 'application', name }
  return {
    ...bill,
    metadata: { ...metadata, component },
    components: components.filter(one => one['bom-ref'] !== own),
    dependencies: dependencies.filter(one => one.ref !== metadata.component['bom-ref']),
  }
}

/** Returns the bill of materials of the server's workspace. */
export async function billOfServer() {
  const { code, output } = await run(WINDOWS ? 'npm.cmd' : 'npm', ['sbom', ...FORMAT, ...SERVER])
  if (code !== 0) throw new SetupFault(`没有列成软件物料清单：${output.trim()}`)
  return ofServer(JSON.parse(output.slice(output.indexOf('{'))))
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const file = path.resolve(process.argv[2] ?? DEFAULT_FILE)
    const bill = await billOfServer()
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
    say(`软件物料清单（CycloneDX ${bill.specVersion}）：${bill.components.length} 个包，${file}`)
  })
}
