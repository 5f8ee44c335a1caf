metodbank.take("names","b161ee85","pair")
