export default definePageConfig({ navigationBarTitleText: '信息公开查阅点' })
