export default definePageConfig({ navigationBarTitleText: '公开渠道' })
