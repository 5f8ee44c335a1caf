metodbank.take("names","72c5361c","marks")
