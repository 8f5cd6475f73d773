/** The content API alone: nobody looks at the administration pages. */
module.exports = () => ({
  auth: { secret: 'bench' },
  apiToken: { salt: 'bench' },
  transfer: { token: { salt: 'bench' } },
  serveAdminPanel: false,
})
