const { mkdirSync } = require('node:fs')
const path = require('node:path')
const { createStrapi } = require('@strapi/strapi')

mkdirSync(path.join(__dirname, 'public', 'uploads'), { recursive: true })
void createStrapi({ appDir: __dirname, distDir: __dirname })
  .start()
  .then(() => process.send('ready'))
