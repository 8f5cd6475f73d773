export default definePageConfig({ navigationBarTitleText: '各村目录' })
