export default definePageConfig({ navigationBarTitleText: '要公开的' })
