export default definePageConfig({ navigationBarTitleText: '公开情况' })
