import { COMMANDS } from './commandTable'
import { runCli } from './runCli'

/** A reader that closes the pipe early (`| head`) is not an error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

void runCli(process.argv.slice(2), COMMANDS).then(code => {
  process.exitCode = code
})
