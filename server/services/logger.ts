import pino, { type Logger } from 'pino'

/** What must never stand in a log, wherever it comes up in a logged object. */
const SECRET = ['*.authorization', '*.accessToken', '*.refreshToken', '*.secret', '*.password', '*.openid']

/** JSON lines on standard error; standard output stays for what `npm start` tells a person. */
export const createLogger = (level: string): Logger =>
  pino({ level, redact: { paths: SECRET, censor: '***' } }, pino.destination({ dest: 2, sync: true }))
