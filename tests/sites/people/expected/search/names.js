metodbank.take("names","23c1c0ad",["lesson",{}])
