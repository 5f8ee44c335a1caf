metodbank.take("names","e6ffb12f",["hostile",{}])
