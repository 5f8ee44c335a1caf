metodbank.take("names","7cb8f48e","both other")
