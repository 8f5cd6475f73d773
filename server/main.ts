import { ConfigError, type Config, loadConfig } from '@server/platform/config'
import { AppError } from '@server/platform/errors'
import { PERSONAS } from '@server/demo/seed/personas'
import { type RunningServer, startServer } from './start'
import { DatabaseUnavailable } from '@server/platform/store/database'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function sayTestLogins({ wechat }: Config): void {
  if (!wechat.fake) return
  say(
    '测试登录（只在开发与演示时有；在网页“我的”里选人，或把登录码发给 POST /api/v1/auth/wechat，后面可加 #任意字）：',
  )
  for (const { code, name, jobTitle, orgName } of PERSONAS.filter(persona => persona.listed)) {
    say(`  ${code.padEnd(16)}${name}　${orgName}${jobTitle}`)
  }
}

/** Returns the advice for a start failure that an operator can fix; any other error keeps its stack. */
function reasonOf(error: unknown, { port }: Partial<Config>): string {
  if (error instanceof ConfigError || error instanceof DatabaseUnavailable || error instanceof AppError) {
    return error.message
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用。请先停掉占用它的程序，或换一个端口，如：PORT=8081 npm start`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function stopOnSignal(server: RunningServer): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      say('正在停止……')
      void server.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          say(reasonOf(error, {}))
          process.exit(1)
        },
      )
    })
  }
}

async function main(): Promise<void> {
  let config: Partial<Config> = {}
  try {
    const loaded = loadConfig()
    config = loaded
    say('正在启动数据库……')
    const server = await startServer(loaded, say)
    stopOnSignal(server)
    if (loaded.demo) say('演示：谁都能用任何人的身份登录。不要放真实的资料。')
    sayTestLogins(loaded)
    say(`接口文档 ${server.url}/api/docs`)
    say(`ready ${server.url}`)
  } catch (error) {
    process.stderr.write(`${reasonOf(error, config)}\n`)
    process.exitCode = 1
  }
}

void main()
