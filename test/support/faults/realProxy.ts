import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../server/freePort'

const CONFIG = path.resolve(__dirname, '../../../config/docker/nginx.conf')
const INSTALL_MS = 120_000
const START_MS = 10_000

const run = (program: string, ...words: string[]): boolean =>
  spawnSync(program, words, { stdio: 'ignore', timeout: INSTALL_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0 // prettier-ignore

const isHere = (): boolean => run('nginx', '-v') && run('openssl', 'version')

function install(): boolean {
  if (process.getuid?.() !== 0 || !run('apt-get', '--version')) return false
  const wanted = ['install', '-y', '--no-install-recommends', 'nginx', 'openssl']
  return run('apt-get', ...wanted) || (run('apt-get', 'update') && run('apt-get', ...wanted))
}

/** Returns why there is no nginx, after trying to install the distribution's; null: there is one. */
export function whyNoProxy(): string | null {
  if (isHere() || (install() && isHere())) return null
  return '这台机器没有 nginx，也不能用 apt-get 装（要 root 和 Debian 或 Ubuntu 的软件源）'
}

/** Checks whether this machine has the loopback address of IPv6. */
export const hasIpv6 = (): boolean =>
  existsSync('/proc/net/if_inet6') &&
  readFileSync('/proc/net/if_inet6', 'utf8').includes('0'.repeat(31) + '1')

/** nginx as `config/docker/nginx.conf` has it, on ports of the loopback interface. */
export interface RealProxy {
  /** The site without TLS, for readers that cannot be given a certificate. */
  url: string
  tlsPort: number
  /** Port that leads over to HTTPS. */
  redirectPort: number
  certificate: string
  version: string
  /** What it has logged of requests, and of faults. */
  accessLog(): string
  errorLog(): string
  stop(): Promise<void>
}

function replaced(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`config/docker/nginx.conf no longer has ${String(from)}`)
  return changed
}

interface Places {
  folder: string
  servers: readonly number[]
  ports: { plain: number; tls: number; redirect: number }
}

/** Only what names this machine's addresses and folders is changed; `X-Test-Visitor` gives requests an address of their own. */
function rendered({ folder, servers, ports: { plain, tls, redirect } }: Places): string {
  const six = (port: number, words: string) => (hasIpv6() ? `listen [::1]:${port}${words};` : '')
  let text = readFileSync(CONFIG, 'utf8')
  servers.forEach((port, nth) => (text = replaced(text, `server${nth + 1}:8080`, `127.0.0.1:${port}`)))
  text = replaced(text, 'listen 80;', `listen 127.0.0.1:${redirect};`)
  text = replaced(text, 'listen [::]:80;', six(redirect, ''))
  text = replaced(text, 'listen 443 ssl http2;', `listen 127.0.0.1:${tls} ssl http2; listen 127.0.0.1:${plain};`) // prettier-ignore
  text = replaced(text, 'listen [::]:443 ssl http2;', six(tls, ' ssl http2'))
  text = replaced(text, /\/etc\/nginx\/certs\//g, `${folder}/`)
  text = replaced(text, '/var/cache/nginx/pages', `${folder}/pages`)
  text = replaced(text, '/dev/stdout', `${folder}/access.log`)
  text = replaced(text, '/dev/stderr', `${folder}/error.log`)
  text = replaced(text, 'include mime.types;', `include /etc/nginx/mime.types; set_real_ip_from 127.0.0.1; real_ip_header X-Test-Visitor; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${folder}/${kind};`).join(' ')}`) // prettier-ignore
  return `pid ${folder}/nginx.pid;\ndaemon off;\nerror_log ${folder}/error.log warn;\n${process.getuid?.() === 0 ? 'user root;\n' : ''}${text}`
}

function makeCertificate(folder: string): void {
  const words = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1'.split(' ') // prettier-ignore
  execFileSync('openssl', [...words, '-keyout', `${folder}/privkey.pem`, '-out', `${folder}/fullchain.pem`], { stdio: 'ignore' }) // prettier-ignore
}

async function untilAnswers(url: string, nginx: ChildProcess, folder: string): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(50)) {
    if (nginx.exitCode !== null) break
    if (await fetch(`${url}/healthz`).then(answer => answer.ok).catch(() => false)) return // prettier-ignore
  }
  nginx.kill('SIGKILL')
  throw new Error(`nginx did not start: ${existsSync(`${folder}/error.log`) ? readFileSync(`${folder}/error.log`, 'utf8') : ''}`) // prettier-ignore
}

/** Starts the distribution's nginx in front of servers on these ports. */
export async function startRealProxy(servers: readonly number[]): Promise<RealProxy> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-proxy-'))
  chmodSync(folder, 0o755)
  mkdirSync(path.join(folder, 'pages'))
  makeCertificate(folder)
  const ports = { plain: await freePort(), tls: await freePort(), redirect: await freePort() }
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, rendered({ folder, servers, ports }))
  const nginx = spawn('nginx', ['-c', file, '-e', path.join(folder, 'error.log')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${ports.plain}`
  await untilAnswers(url, nginx, folder)
  return {
    url,
    tlsPort: ports.tls,
    redirectPort: ports.redirect,
    certificate: readFileSync(path.join(folder, 'fullchain.pem'), 'utf8'),
    version: spawnSync('nginx', ['-v'], { encoding: 'utf8' }).stderr.trim().replace('nginx version: ', ''),
    accessLog: () => readFileSync(path.join(folder, 'access.log'), 'utf8'),
    errorLog: () => readFileSync(path.join(folder, 'error.log'), 'utf8'),
    stop: async () => {
      const gone = new Promise(resolve => nginx.once('exit', resolve))
      if (nginx.exitCode === null) nginx.kill('SIGTERM')
      if (nginx.exitCode === null) await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
