"""What both windows are made of; knows neither of them."""
