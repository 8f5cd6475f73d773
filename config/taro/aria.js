/**
 * Taro plugin: Taro 4.2 leaves every aria-* attribute out of the weapp templates, so a screen reader on a phone
 * hears nothing. This adds them to the templates (at build) and to the runtime's list of properties (on the phone).
 */
const path = require('node:path')
const { ariaComponents } = require('./ariaComponents')

module.exports = context =>
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(context, ariaComponents())
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'ariaRuntime.js'))
    },
  })
