export default definePageConfig({ navigationBarTitleText: '公开覆盖' })
