export default definePageConfig({ navigationBarTitleText: '我是本村人' })
