const path = require('node:path')

module.exports = () => ({
  connection: {
    client: 'better-sqlite3',
    connection: { filename: path.join(__dirname, '..', 'data.db') },
    useNullAsDefault: true,
  },
})
