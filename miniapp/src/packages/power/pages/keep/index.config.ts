export default definePageConfig({ navigationBarTitleText: '管清单' })
