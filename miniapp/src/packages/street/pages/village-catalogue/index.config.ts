export default definePageConfig({ navigationBarTitleText: '村公开目录' })
