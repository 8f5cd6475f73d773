/** `npm run -s cli -- …`: makes what is missing without a word, then becomes the command line. stdout is the command's alone. */
import { pathToFileURL } from 'node:url'
import { installDependencies } from './install.mjs'
import { inRoot, main } from './lib.mjs'

await main(async () => {
  await installDependencies({ quiet: true })
  const { bundleServer } = await import('./bundleServer.mjs')
  await bundleServer({ quiet: true })
  await import(pathToFileURL(inRoot('dist', 'server', 'cli.js')).href)
})
