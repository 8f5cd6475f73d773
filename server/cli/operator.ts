/** Who acts when a command of the command line changes the store. */
export const OPERATOR = { id: 'cli', name: '命令行', duty: '', roles: [] }
