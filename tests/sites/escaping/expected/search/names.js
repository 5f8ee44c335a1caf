metodbank.take("names","5f73999c",["hostile",{}])
