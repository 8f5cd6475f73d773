const { factories } = require('@strapi/strapi')

/** Read by everybody, like ours. */
module.exports = factories.createCoreRouter('api::notice.notice', {
  only: ['find'],
  config: { find: { auth: false } },
})
